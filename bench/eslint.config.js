import tseslint from "typescript-eslint";
import root from "../eslint.config.js";

export default tseslint.config(...root, {
  files: ["**/*.ts"],
  languageOptions: { parserOptions: { tsconfigRootDir: import.meta.dirname } },
});
