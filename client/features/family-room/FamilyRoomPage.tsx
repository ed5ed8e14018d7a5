/** The family's own screen. */
export function FamilyRoomPage() {
  return null;
}
