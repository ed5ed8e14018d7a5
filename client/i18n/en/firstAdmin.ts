export const words = {
  title: 'Welcome to Earshot',
  lead: 'This clinic is empty. Make the first account: it looks after people and records, and invites everyone else.',
  name: 'Your name',
  email: 'E-mail',
  password: 'Password',
  passwordHint: 'At least 12 characters. A short sentence is easy to keep in mind.',
  submit: 'Make the account',
  needName: 'Enter your name as colleagues know it.',
  needEmail: 'Enter an e-mail address.',
  needPassword: 'Use at least 12 characters.',
} as const;
