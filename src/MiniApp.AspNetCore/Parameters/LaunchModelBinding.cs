using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>
/// Has MVC take a launch from nowhere but the sign-in. Where nothing says otherwise, a controller that is no <c>[ApiController]</c> and a
/// page would make an object of any class out of the query: a launch that nobody signed.
/// </summary>
/// <typeparam name="TLaunch">What the platform tells of a launch.</typeparam>
internal sealed class LaunchModelBinding<TLaunch> : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options) =>
        options.ModelMetadataDetailsProviders.Add(new BindingSourceMetadataProvider(typeof(TLaunch), BindingSource.Services));
}
