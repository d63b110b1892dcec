// The tests that hold for every platform's launcher, run for this one.
using MiniApp.AspNetCore.DevLauncher.Tests;

namespace TelegramMiniApp.AspNetCore.DevLauncher.Tests;

public class TelegramCallObserverTests : CallObserverTests<TelegramSubject>;

public class TelegramClaimsReaderTests : ClaimsReaderTests<TelegramSubject>;

public class TelegramDevelopmentOnlyTests : DevelopmentOnlyTests<TelegramSubject>;

public class TelegramJsonEndpointTests : JsonEndpointTests<TelegramSubject>;

public class TelegramHostNamesTests : HostNamesTests<TelegramSubject>;

public class TelegramLauncherAddressTests : LauncherAddressTests<TelegramSubject>;

public class TelegramLauncherEndpointsTests : LauncherEndpointsTests<TelegramSubject>;

public class TelegramLauncherGuardTests : LauncherGuardTests<TelegramSubject>;

public class TelegramLauncherPageTests : LauncherPageTests<TelegramSubject>;

public class TelegramLauncherSecretTests : LauncherSecretTests<TelegramSubject>;

public class TelegramLauncherTests : LauncherTests<TelegramSubject>;

public class TelegramLoopbackOnlyTests : LoopbackOnlyTests<TelegramSubject>;

public class TelegramMiniAppLauncherOptionsTests : MiniAppLauncherOptionsTests<TelegramSubject>;

public class TelegramOwnPageOnlyTests : OwnPageOnlyTests<TelegramSubject>;
