using TestSupport;

namespace MiniApp.Tests;

/// <summary>The settings that verifiers of init data have on either platform.</summary>
public class InitDataVerifierOptionsTests
{
    private static readonly (string Setting, Action<InitDataVerifierOptions> Change)[] Invalid =
    [
        ("Lifetime", options => options.Lifetime = TimeSpan.FromTicks(-1)),
        ("Lifetime", options => options.Lifetime = TimeSpan.MinValue),
        ("ClockSkew", options => options.ClockSkew = TimeSpan.FromTicks(-1)),
        ("ClockSkew", options => options.ClockSkew = TimeSpan.MinValue),
        ("TimeProvider", options => options.TimeProvider = null!),
        ("MaxTokenLength", options => options.MaxTokenLength = 0),
        ("MaxTokenLength", options => options.MaxTokenLength = -1),
        ("MaxTokenLength", options => options.MaxTokenLength = 1_048_577),
        ("MaxParameters", options => options.MaxParameters = 0),
        ("MaxParameters", options => options.MaxParameters = int.MinValue),
        ("MaxParameters", options => options.MaxParameters = 1025),
    ];

    public static TheoryData<string> Platforms => InitDataPlatform.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Setting_outside_its_range_is_refused_by_its_name_and_without_the_token(string platform) => Assert.All(Invalid, invalid =>
    {
        var exception = Assert.Throws<ArgumentException>("options", () => InitDataPlatform.Of(platform).Check("", invalid.Change));

        Assert.StartsWith(invalid.Setting + " must ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("example-token", exception.ToString(), StringComparison.Ordinal);
    });

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Setting_at_the_end_of_its_range_is_accepted(string platform)
    {
        var subject = InitDataPlatform.Of(platform);
        Action<InitDataVerifierOptions>[] changes =
        [
            options => options.Lifetime = TimeSpan.MaxValue,
            options => options.ClockSkew = TimeSpan.MaxValue,
            options => options.MaxTokenLength = 1_048_576,
            options => options.MaxParameters = 1024,
            options => options.Lifetime = TimeSpan.Zero,
            options => options.ClockSkew = TimeSpan.Zero,
        ];

        Assert.All(changes, change => Assert.Equal(InitDataFailure.None, subject.Check(subject.InitData([]), change)));
        Assert.Equal(InitDataFailure.Malformed, subject.Check("&&", options => options.MaxTokenLength = 1));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Token_may_be_as_long_and_have_as_many_fields_as_the_limits_and_no_more(string platform)
    {
        var subject = InitDataPlatform.Of(platform);
        var initData = subject.InitData([]);

        Assert.Equal(InitDataFailure.None, subject.Check(initData, options => options.MaxTokenLength = initData.Length));
        Assert.Equal(InitDataFailure.Malformed, subject.Check(initData, options => options.MaxTokenLength = initData.Length - 1));
        Assert.Equal(InitDataFailure.None, subject.Check(initData, options => options.MaxParameters = 6));
        Assert.Equal(InitDataFailure.Malformed, subject.Check(initData, options => options.MaxParameters = 5));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Defaults_are_the_documented_ones(string platform)
    {
        var options = InitDataPlatform.Of(platform).Options();

        Assert.Equal(TimeSpan.FromHours(24), options.Lifetime);
        Assert.Equal(TimeSpan.FromHours(24), InitDataVerifierOptions.DefaultLifetime);
        Assert.Equal(TimeSpan.FromMinutes(1), options.ClockSkew);
        Assert.Equal(TimeSpan.FromMinutes(1), InitDataVerifierOptions.DefaultClockSkew);
        Assert.Same(TimeProvider.System, options.TimeProvider);
        Assert.Equal(8192, options.MaxTokenLength);
        Assert.Equal(128, options.MaxParameters);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void First_fault_is_found_and_none_in_what_a_verifier_can_be_made_of(string platform)
    {
        var none = InitDataPlatform.Of(platform).Options();
        none.Lifetime = TimeSpan.MinValue;
        Assert.Equal("No bot was added.", none.FindFault());

        InitDataVerifierOptions? used = null;
        InitDataPlatform.Of(platform).Check("", options => used = options);
        Assert.Null(used!.FindFault());

        (used.Lifetime, used.MaxParameters) = (TimeSpan.MinValue, 0);
        Assert.Equal("Lifetime must not be negative.", used.FindFault());
        used.Lifetime = TimeSpan.Zero;
        Assert.Equal("MaxParameters must be from 1 to 1024.", used.FindFault());
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Time_is_that_of_the_options_clock(string platform)
    {
        var subject = InitDataPlatform.Of(platform);

        Assert.Equal(InitDataFailure.Expired, subject.Check(subject.InitData([]), options => options.TimeProvider = new TestClock(1_760_086_401)));
        Assert.Equal(InitDataFailure.NotYetValid, subject.Check(subject.InitData([]), options => options.TimeProvider = new TestClock(1_759_999_939)));
    }
}
