/** The files of a container's project, besides those that every project has. */
import { handlerImports } from '../glue.ts';
import type { TargetParts } from '../target.ts';
import adapter from './container-adapter.ts?node-script';
import local from './container-local.ts?node-script';
import manifest from './package.json?raw';
import lock from './package-lock.json?raw';

export const containerParts: TargetParts = {
  adapter,
  local,
  manifest,
  lock,
  files: (project) => [
    {
      path: 'server.mjs',
      text: `import { serve } from './functielab/adapter.mjs';
${handlerImports(project)}
serve(project, handlers);
`,
    },
    {
      path: 'Dockerfile',
      text: `FROM node:24-slim
WORKDIR /app
COPY package.json package-lock.json server.mjs ./
COPY functielab/adapter.mjs functielab/project.json functielab/
COPY functie functie
USER node
CMD ["node", "server.mjs"]
`,
    },
    { path: '.dockerignore', text: 'node_modules\ntest\n' },
  ],
  deploy: ({ manifest: { name } }) => [
    `docker build -t ${name} .`,
    `docker run --rm -p 8080:8080 ${name}`,
    'Zet het image in het register van je platform, en laat dat het op de poort in PORT starten.',
  ],
};
