/** Makes the headings of the table sort it: up, then down. Cells without a value stay last. */
for (const table of document.querySelectorAll("table")) {
  for (const heading of table.querySelectorAll("th[data-sortable]")) makeSortable(table, heading);
}

/**
 * @param {HTMLTableElement} table
 * @param {Element} heading
 */
function makeSortable(table, heading) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...heading.childNodes);
  heading.append(button);
  button.addEventListener("click", () => {
    const isAscending = heading.getAttribute("aria-sort") !== "ascending";
    for (const other of table.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", isAscending ? "ascending" : "descending");
    sortRows(table, [...(heading.parentElement?.children ?? [])].indexOf(heading), isAscending);
  });
}

/**
 * @param {HTMLTableElement} table
 * @param {number} column
 * @param {boolean} isAscending
 */
function sortRows(table, column, isAscending) {
  const body = table.tBodies[0];
  if (body === undefined) return;
  const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const rows = [...body.rows].map((row) => ({ row, key: sortKey(row.cells[column]) }));
  rows.sort((one, other) => {
    if (one.key === "" || other.key === "")
      return Number(one.key === "") - Number(other.key === "");
    return isAscending ? compare(one.key, other.key) : compare(other.key, one.key);
  });
  body.append(...rows.map(({ row }) => row));
}

/** @param {HTMLTableCellElement | undefined} cell */
function sortKey(cell) {
  const key = cell?.dataset["sort"] ?? cell?.textContent?.trim() ?? "";
  return key === "–" ? "" : key;
}
