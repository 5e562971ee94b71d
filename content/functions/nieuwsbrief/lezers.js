/** De adressen van alle lezers. Ze zijn verzonnen. */
export const lezers = Array.from({ length: 20 }, (_, i) => `lezer${i + 1}@example.com`);
