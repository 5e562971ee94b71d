/**
 * What stands around every page. Only pages, the page of the tool, the build and Astro's configuration import it, and only what these lines name.
 *
 * - `shell/`: the frame of a page. Begin at `shell/PageFrame.astro`; Astro's configuration names the parts that stand
 *   in for Starlight's, and pages take `TeacherPage.astro`. `shell/touch.ts` says when a playground comes to life.
 * - `search/`: search in the course, from its button (`search/Search.astro`) to what was found.
 * - `bench/`: text and playground side by side. Begin at `bench/Bench.astro`.
 * - `offline/`: the course without a network. `offline/service-worker.ts` says how; the build packs it and writes its list of
 *   files (`build-list.ts`), and every page starts it (`register.ts`).
 * - `styles/`: how all of it looks. `index.css` has the order of the layers and says which folder is which.
 */
export {};
