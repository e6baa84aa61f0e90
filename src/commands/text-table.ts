// Rows -> aligned columns for a terminal. Cells never hold line ends or control characters.

/** @param widths the most characters of each column; longer cells end in "…". */
export function textTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
): string {
  const cut = (cell: string, column: number) => {
    const clean = cell.replace(/[\p{Cc}\p{Cf}]+/gu, " ");
    const most = widths[column] ?? 40;
    return clean.length > most ? `${clean.slice(0, most - 1)}…` : clean;
  };
  const lines = [header, ...rows].map((row) => row.map(cut));
  const columns = header.map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines
    .map((line) => line.map((cell, column) => cell.padEnd(columns[column] ?? 0)).join("  "))
    .map((line) => line.trimEnd())
    .join("\n");
}
