// A line from a client of the control socket: it is refused with a reason or becomes a call whose parts are within their bounds, and
// whatever is answered is one line of JSON that reads back.
#include "tests/fuzz/fuzz.h"

#include "app/control_protocol.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace trib;
    using namespace trib::app;
    const QByteArray line(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto request = parseRequest(line);
    if (!request) {
        TRIB_ASSERT(!request.error().detail.empty());
        return 0;
    }
    const auto call = decodeRequest(*request, [](std::string_view id) { return TorrentId::fromHex(id); });
    const QByteArray answer = call ? resultLine(request->id, "{}") : errorLine(request->id, call.error());
    TRIB_ASSERT(answer.count('\n') == 1 && answer.endsWith('\n'));
    const auto read = parseAnswer(answer);
    TRIB_ASSERT(read && read->error.isEmpty() == call.has_value());
    if (!line.toLower().contains("\\ud")) // half a surrogate pair does not survive UTF-8
        TRIB_ASSERT(read->id == request->id);
    if (!call)
        return 0;
    if (const auto *add = std::get_if<AddCall>(&*call))
        TRIB_ASSERT(!add->sources.empty() && (add->options.savePath.empty() || add->options.savePath.front() == '/'));
    if (const auto *submit = std::get_if<SubmitCall>(&*call)) {
        TRIB_ASSERT(!submit->commands.empty());
        if (const auto *move = std::get_if<MoveStorage>(&submit->commands.front()))
            TRIB_ASSERT(move->savePath.front() == '/' && !move->ids.empty());
        if (const auto *file = std::get_if<RenameFile>(&submit->commands.front()))
            TRIB_ASSERT(file->file.value() >= 0);
    }
    const auto again = parseRequest(requestLine(*request).chopped(1));
    TRIB_ASSERT(again && again->method == request->method);
    return 0;
}
