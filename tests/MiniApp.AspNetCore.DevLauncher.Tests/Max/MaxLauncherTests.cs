// The tests that hold for every platform's launcher, run for this one.
using MiniApp.AspNetCore.DevLauncher.Tests;

namespace MaxMiniApp.AspNetCore.DevLauncher.Tests;

public class MaxCallObserverTests : CallObserverTests<MaxSubject>;

public class MaxClaimsReaderTests : ClaimsReaderTests<MaxSubject>;

public class MaxDevelopmentOnlyTests : DevelopmentOnlyTests<MaxSubject>;

public class MaxJsonEndpointTests : JsonEndpointTests<MaxSubject>;

public class MaxHostNamesTests : HostNamesTests<MaxSubject>;

public class MaxLauncherAddressTests : LauncherAddressTests<MaxSubject>;

public class MaxLauncherEndpointsTests : LauncherEndpointsTests<MaxSubject>;

public class MaxLauncherGuardTests : LauncherGuardTests<MaxSubject>;

public class MaxLauncherPageTests : LauncherPageTests<MaxSubject>;

public class MaxLauncherSecretTests : LauncherSecretTests<MaxSubject>;

public class MaxLauncherTests : LauncherTests<MaxSubject>;

public class MaxLoopbackOnlyTests : LoopbackOnlyTests<MaxSubject>;

public class MaxMiniAppLauncherOptionsTests : MiniAppLauncherOptionsTests<MaxSubject>;

public class MaxOwnPageOnlyTests : OwnPageOnlyTests<MaxSubject>;
