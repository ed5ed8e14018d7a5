/** The pad of codes wherever something is coded that has happened before. */
export const words = {
  label: 'Codes',
  count: '{{name}}, given {{count}} times',
  undo: 'Undo',
} as const;
