/** The stages of booting, in order; a container is there when its first call has been answered, and not before. */
export const stages = ['client', 'boot', 'silent', 'files', 'node', 'answer'] as const;
export type BootStage = (typeof stages)[number];
