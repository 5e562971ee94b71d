/** The files of a sample, as a manifest names them. */
import { z } from './zod.ts';

/** As many as a playground has places for highlighted code. */
export const MOST_FILES = 8;

export const filesSchema = z
  .array(
    z
      .string()
      .regex(
        /^[\w./-]+\.(js|json|html|css|txt)$/,
        'moet een pad zijn dat eindigt op .js, .json, .html, .css of .txt',
      ),
  )
  .min(1)
  .max(MOST_FILES);
