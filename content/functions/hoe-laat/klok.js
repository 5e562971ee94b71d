export default function klok() {
  const nu = new Date();
  return new Response(nu.toLocaleTimeString('nl'));
}
