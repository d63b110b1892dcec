// The tests that hold for every platform's launcher, run for this one.
using MiniApp.AspNetCore.DevLauncher.Tests;

namespace VkMiniApp.AspNetCore.DevLauncher.Tests;

public class GuardTests : LauncherGuardTests<VkSubject>;

public class PageTests : LauncherPageTests<VkSubject>;

public class CallTests : LauncherCallTests<VkSubject>;

public class MappingTests : LauncherMappingTests<VkSubject>;

public class BadInputTests : LauncherBadInputTests<VkSubject>;
