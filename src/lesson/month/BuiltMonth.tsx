/**
 * The month as a page is built with it: all its sums and a picture, without a script. Nobody can change it, and whoever comes to it
 * wakes what can be changed, which takes its place.
 */
import { alwaysOns, besides, comparedTariffs } from '../../till/prices/all-prices.ts';
import { Month } from './MonthCalculator.tsx';
import { createMonth } from './month-model.ts';

export function BuiltMonth() {
  return (
    <>
      <p class="visually-hidden">Het rekenblad wordt opgehaald …</p>
      <div class="month-built" inert>
        <Month model={createMonth(comparedTariffs, alwaysOns, {}, besides)} isInAddress isBuilt />
      </div>
    </>
  );
}
