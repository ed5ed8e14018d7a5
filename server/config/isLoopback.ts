/** Whether an address is this machine's own: 127.0.0.0/8 or ::1, also where IPv4 comes dressed as IPv6. */
export function isLoopback(address: string): boolean {
  return /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address) || address === '::1';
}
