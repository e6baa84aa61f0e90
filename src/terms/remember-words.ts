/** What was worked out for a word is kept, until so many words are that all are forgotten: words repeat. */
export function rememberWords<Result>(
  work: (word: string) => Result,
  most: number,
): (word: string) => Result {
  const known = new Map<string, { readonly result: Result }>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found.result;
    const result = work(word);
    if (known.size >= most) known.clear();
    known.set(word, { result });
    return result;
  };
}
