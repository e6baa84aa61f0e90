/*
 * A paragraph in, whether it is the prose of a consent banner out. Such prose is as long and as well formed
 * as an article's; what gives it away is that it speaks of cookies AND to the reader.
 */

const CONSENT_TERMS =
  /\b(?:cookies?|traceurs?|consente[zr]|consentement|donnees personnelles|donnees de navigation|adresses? ip|votre terminal|vos choix|vos preferences|tout accepter|tout refuser|politique de (?:confidentialite|cookies)|mesure d'audience|publicites? personnalisee?s?|nos partenaires|interets? legitimes?|parametrer|finalites|centre de preferences)\b/g;
const READER = /\b(?:vous|votre|vos|nos partenaires|notre site|nos services|ce site)\b/g;
/** In a quotation, somebody else is speaking to somebody else. */
const QUOTED = /"[^"]{0,400}"/g;

const MAX_BANNER_CHARS = 6000;

/**
 * Whether `line`, which is `folded` when folded, is a banner: at least three terms of consent, two of them
 * different, and addressed to the reader.
 */
export function isConsentProse(line: string, folded: string): boolean {
  if (line.length > MAX_BANNER_CHARS || line.length < 40) return false;
  const terms = folded.match(CONSENT_TERMS) ?? [];
  if (terms.length < 3 || new Set(terms).size < 2) return false;
  const unquoted = folded.replace(QUOTED, " ");
  const addressed = unquoted.match(READER)?.length ?? 0;
  return addressed >= 2 && addressed * 400 >= line.length;
}
