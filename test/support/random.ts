/** Numbers from 0 up to 1 that look random and are the same for the same seed (mulberry32, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `size` of them, or all, in an order and a choice as likely as any other (Fisher and Yates). */
export function draw<T>(all: readonly T[], size: number, random: () => number): T[] {
  const rest = [...all];
  const drawn: T[] = [];
  while (drawn.length < size && rest.length > 0) {
    drawn.push(...rest.splice(Math.floor(random() * rest.length), 1));
  }
  return drawn;
}
