import { parseHTML } from "linkedom";

/** As much of an element as the tests look at: the compiler of these tests knows no browser. */
export interface PageElement {
  readonly id: string;
  readonly lang: string;
  readonly textContent: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** The root element of a page. */
export function parsePage(html: string): PageElement {
  const { document } = parseHTML(html) as unknown as {
    document: { documentElement: PageElement };
  };
  return document.documentElement;
}
