/** Where each person stands: every connected group by itself, the groups side by side, so that no line crosses a stranger's. */
import {
  placeGroup,
  type Pairs,
  type PersonBox,
  type Placement,
  type Point,
} from "./place-group.ts";

/** Between two groups. */
const gap = 36;

/** @param width that the picture has; the placement is centred in it */
export function placePeople(boxes: readonly PersonBox[], pairs: Pairs, width: number): Placement {
  const groups = connectedGroups(boxes, pairs).map((members) => {
    const ids = new Set(members.map(({ id }) => id));
    return placeGroup(
      members,
      pairs.filter(([a]) => ids.has(a)),
      width,
    );
  });
  const positions = new Map<string, Point>();
  let top = 0;
  for (const row of fillRows(groups, width)) {
    const height = Math.max(...row.map((group) => group.height));
    let left = (width - rowWidth(row)) / 2;
    for (const group of row) {
      const down = top + (height - group.height) / 2;
      for (const [id, { x, y }] of group.positions) positions.set(id, { x: left + x, y: down + y });
      left += group.width + gap;
    }
    top += height + gap;
  }
  return { positions, width, height: top - gap };
}

/** The people who are joined directly or through others, the largest group first. */
function connectedGroups(boxes: readonly PersonBox[], pairs: Pairs): readonly PersonBox[][] {
  const groups = new Map(boxes.map((box) => [box.id, [box]]));
  for (const [a, b] of pairs) {
    const [one, other] = [groups.get(a), groups.get(b)];
    if (one === undefined || other === undefined || one === other) continue;
    one.push(...other);
    for (const { id } of other) groups.set(id, one);
  }
  return [...new Set(groups.values())].toSorted((one, other) => other.length - one.length);
}

/** Groups in rows that fit the width, in order. */
function fillRows(groups: readonly Placement[], width: number): readonly Placement[][] {
  const rows: Placement[][] = [];
  for (const group of groups) {
    const row = rows.find((candidates) => rowWidth([...candidates, group]) <= width);
    if (row === undefined) rows.push([group]);
    else row.push(group);
  }
  return rows;
}

function rowWidth(row: readonly Placement[]): number {
  return row.reduce((sum, { width }) => sum + width, 0) + gap * (row.length - 1);
}
