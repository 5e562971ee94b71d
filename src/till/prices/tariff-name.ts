/** What a tariff is called: provider and product, and no word twice ("Vercel Functions", not "Vercel Vercel Functions"). */
export function tariffName({
  provider,
  product,
}: {
  readonly provider: string;
  readonly product: string;
}): string {
  const last = provider.split(' ').at(-1) ?? '';
  return product.startsWith(`${last} `)
    ? `${provider}${product.slice(last.length)}`
    : `${provider} ${product}`;
}
