using System.Reflection;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Whoever looks for a line in the log goes by its number, and by its name.</summary>
public class EventIdTests
{
    [Fact]
    public void Every_event_of_the_log_has_a_number_and_a_name_of_its_own()
    {
        var events = typeof(MiniAppOptions).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()
            .Select(logged => (Id: logged.EventId, Name: logged.EventName))

            // The one that is not made by the attribute, since its text has a part more or less.
            .Append((Id: 2, Name: "LaunchRefused"))
            .ToList();

        Assert.True(events.Count > 20);
        Assert.Distinct(events.Select(logged => logged.Id));
        Assert.Distinct(events.Select(logged => logged.Name));
    }
}
