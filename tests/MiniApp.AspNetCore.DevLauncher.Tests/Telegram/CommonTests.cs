// The tests that hold for every platform's launcher, run for this one.
using MiniApp.AspNetCore.DevLauncher.Tests;

namespace TelegramMiniApp.AspNetCore.DevLauncher.Tests;

public class GuardTests : LauncherGuardTests<TelegramSubject>;

public class PageTests : LauncherPageTests<TelegramSubject>;

public class CallTests : LauncherCallTests<TelegramSubject>;

public class MappingTests : LauncherMappingTests<TelegramSubject>;

public class BadInputTests : LauncherBadInputTests<TelegramSubject>;
