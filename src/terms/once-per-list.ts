/**
 * Works once for each list, told by identity: the lists of an index stay the same until another one is published.
 * Neither the list nor the result is to be changed. A result goes with its list.
 */
export function oncePerList<Item, Result extends object>(
  work: (list: readonly Item[]) => Result,
): (list: readonly Item[]) => Result {
  const known = new WeakMap<readonly Item[], Result>();
  return (list) => {
    const result = known.get(list) ?? work(list);
    known.set(list, result);
    return result;
  };
}
