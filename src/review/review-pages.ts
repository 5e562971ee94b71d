/** Both pages that ask: small, and one file for the two is one line less in the offline list. */
export { Review } from './Review.tsx';
export { Twelve } from './twelve/Twelve.tsx';
