using MiniApp.Tool.Commands;

namespace MiniApp.Tool.Tests.Commands;

public sealed class SampleRequestTests
{
    [Fact]
    public void A_file_of_requests_finds_no_variable_in_a_body()
    {
        var request = new SampleRequest(new Uri("http://localhost/{{x}}"))
        {
            ContentType = "application/json",
            Body = """{"a":"{{secret}}"}""",
        };

        Assert.Equal(
            "###\nPOST http://localhost/%7B%7Bx%7D%7D\nContent-Type: application/json\n\n{\"a\":\"\\u007B\\u007Bsecret}}\"}\n",
            request.ToHttp());
    }
}
