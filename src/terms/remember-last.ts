/**
 * The results for the `most` last new arguments are kept: several parts read one question in a row, and one sentence
 * may tell of many encounters. Objects are the same by identity, so they are not to be changed.
 */
export function rememberLast<Arguments extends readonly unknown[], Result>(
  work: (...given: Arguments) => Result,
  most = 1,
): (...given: Arguments) => Result {
  const known: { readonly given: Arguments; readonly result: Result }[] = [];
  return (...given) => {
    const same = known.find((one) => one.given.every((argument, i) => argument === given[i]));
    if (same !== undefined) return same.result;
    const result = work(...given);
    if (known.length === most) known.shift();
    known.push({ given, result });
    return result;
  };
}
