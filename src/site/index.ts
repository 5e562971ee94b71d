/**
 * What stands around every page. Nothing here is for other rooms but what these lines name.
 *
 * - `shell/`: the frame of a page. `PageFrame.astro` is where to begin; Astro's configuration names the parts that stand
 *   in for Starlight's, and pages take `TeacherPage.astro`.
 * - `offline/`: the course without a network. `service-worker.ts` says how; the build packs it and writes its list of
 *   files (`build-list.ts`), and every page starts it (`register.ts`).
 * - `styles/`: how all of it looks. `index.css` has the order of the layers and says which folder is which.
 */
export {};
