// The tests that hold for every platform's launcher, run for this one.
using MiniApp.AspNetCore.DevLauncher.Tests;

namespace VkMiniApp.AspNetCore.DevLauncher.Tests;

public class VkCallObserverTests : CallObserverTests<VkSubject>;

public class VkClaimsReaderTests : ClaimsReaderTests<VkSubject>;

public class VkDevelopmentOnlyTests : DevelopmentOnlyTests<VkSubject>;

public class VkJsonEndpointTests : JsonEndpointTests<VkSubject>;

public class VkHostNamesTests : HostNamesTests<VkSubject>;

public class VkLauncherAddressTests : LauncherAddressTests<VkSubject>;

public class VkLauncherEndpointsTests : LauncherEndpointsTests<VkSubject>;

public class VkLauncherGuardTests : LauncherGuardTests<VkSubject>;

public class VkLauncherPageTests : LauncherPageTests<VkSubject>;

public class VkLauncherSecretTests : LauncherSecretTests<VkSubject>;

public class VkLauncherTests : LauncherTests<VkSubject>;

public class VkLoopbackOnlyTests : LoopbackOnlyTests<VkSubject>;

public class VkMiniAppLauncherOptionsTests : MiniAppLauncherOptionsTests<VkSubject>;

public class VkOwnPageOnlyTests : OwnPageOnlyTests<VkSubject>;
