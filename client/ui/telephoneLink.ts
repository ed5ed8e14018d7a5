/** The `tel:` address of a telephone number as people write it, with its extension if it has one. */
export function telephoneLink(telephone: string): string {
  const [number = '', extension] = telephone.split(/ext\.?|x|#/i);
  const dialed = `${number.trim().startsWith('+') ? '+' : ''}${digitsOf(number)}`;
  return `tel:${dialed}${extension === undefined ? '' : `;ext=${digitsOf(extension)}`}`;
}

const digitsOf = (text: string) => text.replaceAll(/\D/g, '');
