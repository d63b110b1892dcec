// MAX's launches with a name: the fields that are not as at the start.

export const builtIn = {
  presetStart: {},
  presetChat: { chatId: '1', chatType: 'CHAT', platform: 'android' },
  presetLink: { startParam: 'invite_42' },
  presetPhone: { platform: 'ios' },
  presetEnglish: { languageCode: 'en' },
  presetExpired: { kind: 'expired' },
};
