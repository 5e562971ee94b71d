/** The files of a sample, as a manifest names them. */
import { z } from 'astro/zod';

/** As many as a playground has places for highlighted code. */
export const MOST_FILES = 8;

export const filesSchema = z
  .array(
    z
      .string()
      .regex(/^[\w./-]+\.(js|json|html|css|txt)$/, 'a path that ends in .js, .json, .html, .css or .txt'),
  )
  .min(1)
  .max(MOST_FILES);
