using System.CommandLine;

namespace MiniApp.Tool.Commands;

/// <summary>Where what is signed is to go.</summary>
/// <param name="description">What the address is of.</param>
internal sealed class AddressOption(string description)
{
    private static readonly Uri Default = new("http://localhost:5000/");

    private readonly Option<Uri?> _address = TypedOption.Address($"{description} [default: {Default}]");

    public void AddTo(Command command) => command.Add(_address);

    public Uri Read(ParseResult arguments) => arguments.GetValue(_address) ?? Default;
}
