using ScaleOut;
using ScaleOut.BackEnd;

// The rehearsal starts this program again, once for each instance of the back end.
if (args is ["instance", var address, var redis, var settings, var use])
{
    await Instance.RunAsync(address, redis, settings, use);
    return 0;
}

if (RehearsalOptions.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync(RehearsalOptions.Usage);
    return 2;
}

return await Rehearsal.RunAsync(options);
