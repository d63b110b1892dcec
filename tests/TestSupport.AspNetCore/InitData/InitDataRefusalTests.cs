using Microsoft.AspNetCore.Authentication;

namespace TestSupport;

/// <summary>Reasons are told apart by type, which dashboards and code alike can read.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class InitDataRefusalTests<TPlatform> : InitDataSchemeTests<TPlatform>
    where TPlatform : IInitDataPlatform
{
    [Theory]
    [MemberData(nameof(TestInitData.Reasons), MemberType = typeof(TestInitData))]
    public async Task Failure_has_the_type_of_its_class_the_exact_reason_and_a_fixed_message(string failure)
    {
        await using var app = await StartAsync();
        var result = await app.AuthenticateAsync(Refused(failure));

        Assert.Equal((false, false), (result.Succeeded, result.None));
        Assert.IsAssignableFrom<AuthenticationFailureException>(result.Failure);
        Assert.Equal(TestInitData.RefusalOf(failure), (result.Failure!.GetType(), result.Failure.Message));
        Assert.Equal(TPlatform.Failure(failure), ((MiniAppException)result.Failure).Failure);
    }

    [Theory]
    [MemberData(nameof(TestInitData.Reasons), MemberType = typeof(TestInitData))]
    public async Task Refusal_is_one_object_for_all_requests(string failure)
    {
        await using var app = await StartAsync();
        await using var other = await StartAsync();
        var first = await app.AuthenticateAsync(Refused(failure));

        Assert.Same(first, await app.AuthenticateAsync(Refused(failure)));
        Assert.Same(first, await other.AuthenticateAsync(Refused(failure)));
    }

    [Fact]
    public void Every_reason_of_the_platform_is_among_those_of_the_tests() => Assert.Equal(
        Enum.GetNames(TPlatform.Failure("None").GetType()).Order(StringComparer.Ordinal),
        TestInitData.Failures.Append("None").Order(StringComparer.Ordinal));
}
