/** "QUI EST LE MAIRE ?": capitals everywhere tell no names apart, and the encoder reads them badly. */
export function withoutShouting(question: string): string {
  return /\p{Ll}/u.test(question) ? question : question.toLowerCase();
}
