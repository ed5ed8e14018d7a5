/** A number as people write it, as the address that a telephone dials: digits, and an extension where there is one. */
export function telephoneLink(telephone: string): string {
  const [number = '', extension] = telephone.split(/ext\.?|x|#/i);
  const dialed = `${number.trim().startsWith('+') ? '+' : ''}${digitsOf(number)}`;
  return `tel:${dialed}${extension === undefined ? '' : `;ext=${digitsOf(extension)}`}`;
}

const digitsOf = (text: string) => text.replaceAll(/\D/g, '');
