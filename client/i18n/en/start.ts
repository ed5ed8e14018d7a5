export const words = { title: 'Sessions' } as const;
