// The tests that hold for every platform whose launches are init data, run for this one.
namespace TelegramMiniApp.AspNetCore.Tests;

public class HeaderTests : InitDataHeaderTests<TelegramPlatform>;

public class ChallengeTests : InitDataChallengeTests<TelegramPlatform>;

public class RefusalTests : InitDataRefusalTests<TelegramPlatform>;

public class EventsTests : InitDataEventsTests<TelegramPlatform>;

public class LoggingTests : InitDataLoggingTests<TelegramPlatform>;

public class HostileInputTests : InitDataHostileInputTests<TelegramPlatform>;

public class KestrelTests : InitDataKestrelTests<TelegramPlatform>;

public class ConcurrencyTests : InitDataConcurrencyTests<TelegramPlatform>;

public class PrincipalTests : InitDataPrincipalTests<TelegramPlatform>;

public class ExtensionsTests : InitDataExtensionsTests<TelegramPlatform>;

public class PolicyTests : InitDataPolicyTests<TelegramPlatform>;
