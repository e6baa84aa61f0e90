type Plain = string | number | boolean | null;

/** The same work for the same arguments is done once in a row: a sentence may tell of many encounters. */
export function rememberLast<Arguments extends readonly Plain[], Result>(
  work: (...given: Arguments) => Result,
): (...given: Arguments) => Result {
  let last: { readonly given: Arguments; readonly result: Result } | null = null;
  return (...given) => {
    if (last?.given.every((one, i) => one === given[i])) return last.result;
    const result = work(...given);
    last = { given, result };
    return result;
  };
}
