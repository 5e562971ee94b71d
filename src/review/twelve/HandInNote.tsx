/** That the answers may go to a teacher, and what for. */
export function HandInNote() {
  return (
    <p>
      Geeft je docent een reeks oefeningen op, dan kun je bij het inleveren aankruisen dat deze antwoorden
      meegaan. Je docent ziet dan wat de klas leerde. Een cijfer hangt er niet van af.
    </p>
  );
}
