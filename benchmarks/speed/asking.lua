-- Asks for the addresses of a file, one after the other, beginning where START says.
local addresses = {}
for line in io.lines(os.getenv("ADDRESSES")) do
  addresses[#addresses + 1] = line
end
local headers = {["Accept"] = "application/json"}
local authorization = os.getenv("AUTHORIZATION")
if authorization then
  headers["Authorization"] = authorization
end
local place = tonumber(os.getenv("START"))

request = function()
  place = place % #addresses + 1
  return wrk.format("GET", addresses[place], headers)
end
