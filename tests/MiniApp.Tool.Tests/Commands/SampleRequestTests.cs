using MiniApp.Tool.Commands;

namespace MiniApp.Tool.Tests.Commands;

public sealed class SampleRequestTests
{
    [Theory]
    [InlineData("http://localhost/a[1-3]?b[]={x,y}#[1-2]", "http://localhost/a%5B1-3%5D?b%5B%5D=%7Bx,y%7D#%5B1-2%5D")]
    [InlineData("http://[::1]:5000/[a-z]", "http://[::1]:5000/%5Ba-z%5D")]
    [InlineData("http://u$:!@localhost/", "http://u%24:%21@localhost/")]
    public void Curl_finds_nothing_to_count_through_in_an_address(string address, string line) =>
        Assert.Equal($"curl \"{line}\"", new SampleRequest(new Uri(address)).ToCurl());

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
