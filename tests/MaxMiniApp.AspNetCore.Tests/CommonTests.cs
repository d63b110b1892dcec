// The tests that hold for every platform whose launches are init data, run for this one.
namespace MaxMiniApp.AspNetCore.Tests;

public class HeaderTests : InitDataHeaderTests<MaxPlatform>;

public class ChallengeTests : InitDataChallengeTests<MaxPlatform>;

public class RefusalTests : InitDataRefusalTests<MaxPlatform>;

public class EventsTests : InitDataEventsTests<MaxPlatform>;

public class LoggingTests : InitDataLoggingTests<MaxPlatform>;

public class HostileInputTests : InitDataHostileInputTests<MaxPlatform>;

public class KestrelTests : InitDataKestrelTests<MaxPlatform>;

public class ConcurrencyTests : InitDataConcurrencyTests<MaxPlatform>;

public class PrincipalTests : InitDataPrincipalTests<MaxPlatform>;

public class ExtensionsTests : InitDataExtensionsTests<MaxPlatform>;

public class PolicyTests : InitDataPolicyTests<MaxPlatform>;
