/** HTML as template literals in which every value is escaped; markup of articles or users cannot get in. */
import type { html as template } from "hono/html";

export { html } from "hono/html";

/** Escaped markup, as `html` returns it. */
export type Html = ReturnType<typeof template>;
