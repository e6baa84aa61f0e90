/**
 * What an index never changes is read once. A reading that failed is forgotten: whoever asked hears of it, and
 * whoever asks next reads again, as a lost connection or a full table of open files is over a moment later.
 */
export function readOnce<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | null = null;
  return () => {
    if (reading !== null) return reading;
    reading = read();
    reading.catch(() => (reading = null));
    return reading;
  };
}

/** The same for each object, as long as that is in use. */
export function readOnceFor<Of extends object, T>(
  read: (of: Of) => Promise<T>,
): (of: Of) => Promise<T> {
  const readers = new WeakMap<Of, () => Promise<T>>();
  return (of) => {
    const reader = readers.get(of) ?? readOnce(() => read(of));
    readers.set(of, reader);
    return reader();
  };
}
