/** The pages of `Herhaal` and of `Weet je het?`, fetched when they are seen: one island for both, since every page carries it. */
import type { ComponentType } from 'preact';
import { WhenSeen } from '../kit/WhenSeen.tsx';
import type * as ReviewPages from './review-pages.ts';

type Pages = typeof ReviewPages;

interface Props<Page extends keyof Pages> {
  readonly page: Page;
  /** Of that page. */
  readonly props: Parameters<Pages[Page]>[0];
  readonly name: string;
}

export function ReviewPart<Page extends keyof Pages>({ page, ...shown }: Props<Page>) {
  const load = () =>
    import('./review-pages.ts').then((pages) => pages[page] as ComponentType<typeof shown.props>);
  return <WhenSeen load={load} {...shown} />;
}
