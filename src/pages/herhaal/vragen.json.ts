/** Every question of every lesson as data, for `Herhaal`: fetched when a reader opens it. */
import { lessonQuestions } from '../../course/questions.ts';

export async function GET(): Promise<Response> {
  return Response.json(await lessonQuestions());
}
