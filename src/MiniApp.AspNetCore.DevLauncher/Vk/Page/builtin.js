// VK's launches with a name: the fields that are not as at the start.

export const builtIn = {
  presetStart: {},
  presetNewcomer: { userId: '1001', ref: 'catalog_recent' },
  presetRegular: { isAppUser: true, isFavorite: true, areNotificationsEnabled: true, scopes: 'friends' },
  presetCommunityAdmin: { groupId: '1', role: 'admin', ref: 'group_menu' },
  presetPhone: { platform: 'mobile_iphone' },
  presetEnglish: { language: 'en' },
  presetGuest: { userId: '0' },
  presetExpired: { kind: 'expired' },
};
