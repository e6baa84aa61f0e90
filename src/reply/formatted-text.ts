/** Text with entities. Words of articles and users go in as plain text and are never parsed as markup. */
export { FormattedString } from "@grammyjs/parse-mode";
